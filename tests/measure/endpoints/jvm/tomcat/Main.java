// Tomcat's client and server of the Jakarta WebSocket API as a measured endpoint.

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.WsSession;
import org.apache.tomcat.websocket.server.WsSci;

public final class Main extends jakarta.websocket.Endpoint implements Endpoint.Connection {
  private Session session;
  private Throwable error;

  public static void main(String[] args) throws Exception {
    Endpoint.run("tomcat", args[0], new Containers());
  }

  private static final class Containers implements Endpoint.Implementation {
    @Override
    public String version() {
      return WsSession.class.getPackage().getImplementationVersion();
    }

    @Override
    public void connect(int port) throws Exception {
      URI address = URI.create("ws://127.0.0.1:" + port + "/");
      ClientEndpointConfig config = ClientEndpointConfig.Builder.create().build();
      ContainerProvider.getWebSocketContainer().connectToServer(new Main(), config, address);
    }

    @Override
    public int serve() throws Exception {
      Tomcat tomcat = new Tomcat();
      tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
      tomcat.setHostname("127.0.0.1");
      tomcat.setPort(0);
      tomcat.getConnector().setProperty("address", "127.0.0.1");
      Context context = tomcat.addContext("", null);
      ServerEndpointConfig config = ServerEndpointConfig.Builder.create(Main.class, "/").build();
      context.addServletContainerInitializer(
          (classes, servlets) -> {
            new WsSci().onStartup(classes, servlets);
            Object container = servlets.getAttribute(ServerContainer.class.getName());
            try {
              ((ServerContainer) container).addEndpoint(config);
            } catch (jakarta.websocket.DeploymentException error) {
              throw new jakarta.servlet.ServletException(error);
            }
          },
          null);
      // Requests for a context without a servlet do not reach the filter of the WebSockets.
      Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
      context.addServletMappingDecoded("/", "default");
      tomcat.start();
      return tomcat.getConnector().getLocalPort();
    }
  }

  @Override
  public void close(int code, String reason) throws IOException {
    session.close(new CloseReason(named(code), reason));
  }

  /** The constant that an application has for the number, if there is one. */
  private static CloseReason.CloseCode named(int code) {
    for (CloseReason.CloseCode constant : CloseReason.CloseCodes.values()) {
      if (constant.getCode() == code) return constant;
    }
    return () -> code;
  }

  @Override
  public void close() throws IOException {
    session.close();
  }

  @Override
  public void abandon() {
    // The API has nothing for that.
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    this.session = session;
    session.addMessageHandler(String.class, message -> {});
    Endpoint.opened(this);
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    Endpoint.closed(this, reason.getCloseCode().getCode(), reason.getReasonPhrase(), error);
  }

  @Override
  public void onError(Session session, Throwable error) {
    this.error = error;
  }
}
