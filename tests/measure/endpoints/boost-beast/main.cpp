// The stream of Boost.Beast as a measured endpoint: commands as JSON lines in, events as JSON lines out.

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/version.hpp>
#include <iostream>
#include <istream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using beast::error_code;
using nlohmann::json;

void report(const json& event) { std::cout << event << std::endl; }

// A connection, which lives as long as one of its operations.
class Connection : public std::enable_shared_from_this<Connection> {
  websocket::stream<beast::tcp_stream> stream;
  beast::flat_buffer buffer;

 public:
  template <class... Arguments>
  explicit Connection(Arguments&&... arguments) : stream(std::forward<Arguments>(arguments)...) {}

  void connect(const tcp::endpoint& peer) {
    beast::get_lowest_layer(stream).async_connect(peer, [self = shared_from_this()](error_code error) {
      if (error) return report({{"event", "failed"}, {"error", error.message()}});
      self->stream.async_handshake("127.0.0.1", "/", [self](error_code error) { self->opened(error); });
    });
  }

  void accept() {
    stream.async_accept([self = shared_from_this()](error_code error) { self->opened(error); });
  }

  // What an error of the handler says is about the answer: the number itself is not checked.
  void close(const websocket::close_reason& reason) {
    stream.async_close(reason, [self = shared_from_this()](error_code) {});
    report({{"event", "accepted"}});
  }

  void abandon() { beast::get_lowest_layer(stream).close(); }

 private:
  void opened(error_code error) {
    if (error) return report({{"event", "failed"}, {"error", error.message()}});
    report({{"event", "open"}});
    read();
  }

  void read() {
    stream.async_read(buffer, [self = shared_from_this()](error_code error, std::size_t) {
      self->buffer.clear();
      if (error) return self->closed(error);
      self->read();
    });
  }

  void closed(error_code error) {
    json event = {{"event", "closed"}, {"code", nullptr}, {"reason", nullptr}, {"clean", nullptr}};
    const auto& reason = stream.reason();
    if (error != websocket::error::closed) {
      event["error"] = error.message();
    } else if (reason) {
      event["code"] = reason.code;
      event["reason"] = std::string(reason.reason.data(), reason.reason.size());
    }
    report(event);
  }
};

class Endpoint {
  asio::io_context context;
  tcp::acceptor acceptor{context};
  asio::posix::stream_descriptor input{context, STDIN_FILENO};
  asio::streambuf lines;
  std::weak_ptr<Connection> current;

 public:
  void run(bool is_server) {
    auto version = std::to_string(BOOST_VERSION / 100000) + "." + std::to_string(BOOST_VERSION / 100 % 1000) + "." +
                   std::to_string(BOOST_VERSION % 100);
    json ready = {{"event", "ready"}, {"implementation", "boost-beast"}, {"version", version}};
    if (is_server) {
      acceptor = {context, tcp::endpoint(asio::ip::address_v4::loopback(), 0)};
      ready["port"] = acceptor.local_endpoint().port();
      accept();
    }
    report(ready);
    listen();
    context.run();
  }

 private:
  void accept() {
    acceptor.async_accept([this](error_code error, tcp::socket socket) {
      if (!error) {
        auto connection = std::make_shared<Connection>(std::move(socket));
        current = connection;
        connection->accept();
      }
      accept();
    });
  }

  void listen() {
    asio::async_read_until(input, lines, '\n', [this](error_code error, std::size_t) {
      if (error) return context.stop();
      std::string line;
      std::getline(std::istream(&lines), line);
      obey(json::parse(line));
      listen();
    });
  }

  void obey(const json& command) {
    const std::string verb = command["do"];
    if (verb == "connect") {
      auto connection = std::make_shared<Connection>(context);
      current = connection;
      connection->connect({asio::ip::address_v4::loopback(), command["port"].get<std::uint16_t>()});
      return;
    }
    auto connection = current.lock();
    if (!connection) return;
    if (verb == "abandon") return connection->abandon();
    websocket::close_reason reason;
    if (command.contains("code")) {
      reason.code = command["code"].get<std::uint16_t>();
      reason.reason = command["reason"].get<std::string>();
    }
    connection->close(reason);
  }
};

int main(int, char** arguments) { Endpoint().run(arguments[1] == std::string("server")); }
