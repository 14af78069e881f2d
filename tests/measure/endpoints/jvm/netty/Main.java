// Netty as a measured endpoint. Its protocol handlers deal with Close frames by default and do not pass them on:
// a handler in front of them reads the codes.

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
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
import java.util.function.Supplier;

public final class Main extends ChannelInboundHandlerAdapter implements Endpoint.Connection {
  private Channel channel;
  private Integer code;
  private String reason;
  private Throwable error;

  public static void main(String[] args) throws Exception {
    Endpoint.run("netty", args[0], new Sides());
  }

  private static final class Sides implements Endpoint.Implementation {
    private final EventLoopGroup loop =
        new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    @Override
    public String version() {
      return Version.identify().get("netty-codec-http").artifactVersion();
    }

    @Override
    public Map<Integer, String> identifiers() throws IllegalAccessException {
      Map<Integer, String> identifiers = new LinkedHashMap<>();
      for (Field field : WebSocketCloseStatus.class.getFields()) {
        if (field.get(null) instanceof WebSocketCloseStatus status) {
          identifiers.put(status.code(), field.getName());
        }
      }
      return identifiers;
    }

    @Override
    public void connect(int port) throws InterruptedException {
      WebSocketClientProtocolConfig config =
          WebSocketClientProtocolConfig.newBuilder()
              .webSocketUri("ws://127.0.0.1:" + port + "/")
              .build();
      new Bootstrap()
          .group(loop)
          .channel(NioSocketChannel.class)
          .handler(pipeline(HttpClientCodec::new, () -> new WebSocketClientProtocolHandler(config)))
          .connect("127.0.0.1", port)
          .sync();
    }

    @Override
    public int serve() throws InterruptedException {
      Channel server =
          new ServerBootstrap()
              .group(loop)
              .channel(NioServerSocketChannel.class)
              .childHandler(
                  pipeline(HttpServerCodec::new, () -> new WebSocketServerProtocolHandler("/")))
              .bind("127.0.0.1", 0)
              .sync()
              .channel();
      return ((InetSocketAddress) server.localAddress()).getPort();
    }

    private static ChannelInitializer<Channel> pipeline(
        Supplier<ChannelHandler> codec, Supplier<ChannelHandler> protocol) {
      return new ChannelInitializer<>() {
        @Override
        protected void initChannel(Channel channel) {
          HttpObjectAggregator aggregator = new HttpObjectAggregator(65536);
          channel.pipeline().addLast(codec.get(), aggregator, protocol.get(), new Main());
        }
      };
    }
  }

  @Override
  public void close(int code, String reason) throws InterruptedException {
    channel.writeAndFlush(new CloseWebSocketFrame(code, reason)).sync();
  }

  @Override
  public void close() throws InterruptedException {
    channel.writeAndFlush(new CloseWebSocketFrame()).sync();
  }

  @Override
  public void abandon() {
    ChannelHandlerContext first = channel.pipeline().firstContext();
    if (first != null) first.close(); // past the protocol handler, which would send a Close frame
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    boolean isServer = event instanceof HandshakeComplete;
    if (!isServer && event != ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) return;
    Class<? extends ChannelHandler> protocol =
        isServer ? WebSocketServerProtocolHandler.class : WebSocketClientProtocolHandler.class;
    String name = context.pipeline().context(protocol).name();
    context.pipeline().addBefore(name, "closes", new Closes());
    channel = context.channel();
    Endpoint.opened(this);
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
    if (channel != null) return;
    Endpoint.failed(error);
    context.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    Endpoint.closed(this, code, reason, code == null ? error : null);
  }
}
