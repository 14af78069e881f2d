// Netty as a measured endpoint: commands as JSON lines in, events as JSON lines out. Its protocol handlers
// deal with Close frames by default and do not pass them on: a handler in front of them reads the codes.

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.util.Version;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;

public final class Main extends ChannelInboundHandlerAdapter {
  record Command(String action, int port, Integer code, String reason) {}

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();
  private static final EventLoopGroup LOOP =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private static volatile Channel channel;

  private boolean open;
  private Integer code;
  private String reason;
  private Throwable error;

  public static void main(String[] args) throws Exception {
    Map<String, Object> ready = event("ready");
    ready.put("implementation", "netty");
    ready.put("version", Version.identify().get("netty-codec-http").artifactVersion());
    ready.put("identifiers", identifiers());
    if (args[0].equals("server")) ready.put("port", serve());
    report(ready);
    Scanner lines = new Scanner(System.in);
    while (lines.hasNextLine()) {
      // `do` is a word of the language.
      String line = lines.nextLine().replace("\"do\"", "\"action\"");
      Command command = GSON.fromJson(line, Command.class);
      switch (command.action) {
        case "connect" -> connect(command.port);
        case "close" -> close(command.code, command.reason);
        default -> {
          if (channel != null) abandon(channel);
        }
      }
    }
    System.exit(0);
  }

  private static Map<Integer, String> identifiers() throws IllegalAccessException {
    Map<Integer, String> identifiers = new LinkedHashMap<>();
    for (Field field : WebSocketCloseStatus.class.getFields()) {
      if (field.get(null) instanceof WebSocketCloseStatus status) {
        identifiers.put(status.code(), field.getName());
      }
    }
    return identifiers;
  }

  private static Map<String, Object> event(String name) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", name);
    return event;
  }

  private static void report(Map<String, Object> event) {
    System.out.println(GSON.toJson(event));
  }

  private static void reportError(String name, Throwable error) {
    Map<String, Object> event = event(name);
    event.put("error", error.getClass().getSimpleName());
    report(event);
  }

  private static int serve() throws InterruptedException {
    ChannelInitializer<Channel> pipeline =
        new ChannelInitializer<>() {
          @Override
          protected void initChannel(Channel channel) {
            channel
                .pipeline()
                .addLast(
                    new HttpServerCodec(),
                    new HttpObjectAggregator(65536),
                    new WebSocketServerProtocolHandler("/"),
                    new Main());
          }
        };
    Channel server =
        new ServerBootstrap()
            .group(LOOP)
            .channel(NioServerSocketChannel.class)
            .childHandler(pipeline)
            .bind("127.0.0.1", 0)
            .sync()
            .channel();
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  private static void connect(int port) {
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri("ws://127.0.0.1:" + port + "/")
            .build();
    ChannelInitializer<Channel> pipeline =
        new ChannelInitializer<>() {
          @Override
          protected void initChannel(Channel channel) {
            channel
                .pipeline()
                .addLast(
                    new HttpClientCodec(),
                    new HttpObjectAggregator(65536),
                    new WebSocketClientProtocolHandler(config),
                    new Main());
          }
        };
    new Bootstrap()
        .group(LOOP)
        .channel(NioSocketChannel.class)
        .handler(pipeline)
        .connect("127.0.0.1", port)
        .addListener(
            connected -> {
              if (!connected.isSuccess()) reportError("failed", connected.cause());
            });
  }

  private static void close(Integer code, String reason) {
    CloseWebSocketFrame frame;
    try {
      frame = code == null ? new CloseWebSocketFrame() : new CloseWebSocketFrame(code, reason);
    } catch (IllegalArgumentException error) {
      reportError("refused", error);
      return;
    }
    channel
        .writeAndFlush(frame)
        .addListener(
            written -> {
              if (written.isSuccess()) report(event("accepted"));
              else reportError("refused", written.cause());
            });
  }

  private static void abandon(Channel channel) {
    ChannelHandlerContext first = channel.pipeline().firstContext();
    if (first != null) first.close(); // past the protocol handler, which would send a Close frame
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event != ClientHandshakeStateEvent.HANDSHAKE_COMPLETE
        && !(event instanceof HandshakeComplete)) return;
    String protocol =
        context
            .pipeline()
            .context(
                event instanceof HandshakeComplete
                    ? WebSocketServerProtocolHandler.class
                    : WebSocketClientProtocolHandler.class)
            .name();
    context.pipeline().addBefore(protocol, "closes", new Closes());
    channel = context.channel();
    open = true;
    report(event("open"));
  }

  /** Reads Close frames and passes them on. */
  private final class Closes extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof CloseWebSocketFrame frame) {
        code = frame.statusCode() == -1 ? null : frame.statusCode();
        reason = frame.reasonText();
      }
      context.fireChannelRead(message);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
    this.error = error;
    if (open) return;
    reportError("failed", error);
    context.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (!open) return;
    Map<String, Object> event = event("closed");
    event.put("code", code);
    event.put("reason", reason);
    event.put("clean", null);
    if (code == null && error != null) event.put("error", error.getClass().getSimpleName());
    report(event);
  }
}
