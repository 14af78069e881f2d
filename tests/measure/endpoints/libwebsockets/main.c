// libwebsockets as a measured endpoint: commands as JSON lines in, events as JSON lines out. Its event loop reads both the
// connections and standard input.

#include <jansson.h>
#include <libwebsockets.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct lws_context *context;
static struct lws_vhost *vhost;
static bool is_finished;

// The connection, and whether and how it is to be closed when it can be written to.
static struct lws *connection;
static bool is_closing;
static int code;
static char reason[124];

// The payload of the Close frame that came in.
static unsigned char payload[125];
static size_t payload_length;

static void report(json_t *event) {
  char *line = json_dumps(event, JSON_COMPACT);
  puts(line);
  fflush(stdout);
  free(line);
  json_decref(event);
}

// The text, with a replacement character for each byte if it is not UTF-8.
static json_t *text(const unsigned char *bytes, size_t length) {
  json_t *string = json_stringn((const char *)bytes, length);
  if (string) return string;
  char replaced[3 * sizeof payload + 1] = "";
  for (size_t i = 0; i < length; i++) strcat(replaced, "\uFFFD");
  return json_string(replaced);
}

static void closed(void) {
  json_t *event = json_pack("{s:s, s:n, s:n, s:n}", "event", "closed", "code", "reason", "clean");
  if (payload_length >= 2) {
    json_object_set_new(event, "code", json_integer(payload[0] << 8 | payload[1]));
    json_object_set_new(event, "reason", text(payload + 2, payload_length - 2));
  }
  report(event);
  connection = NULL;
}

static void connect_to(int port) {
  struct lws_client_connect_info info = {
      .context = context,
      .vhost = vhost,
      .address = "127.0.0.1",
      .host = "127.0.0.1",
      .path = "/",
      .port = port,
      .local_protocol_name = "connections",
  };
  lws_client_connect_via_info(&info);
}

static void obey(const char *line, size_t length) {
  const char *verb = "", *bye = "";
  int port = 0;
  json_t *command = json_loadb(line, length, 0, NULL);
  code = -1;
  json_unpack(command, "{s:s, s?i, s?i, s?s}", "do", &verb, "port", &port, "code", &code, "reason", &bye);
  if (!strcmp(verb, "connect")) {
    connect_to(port);
  } else if (connection && !strcmp(verb, "abandon")) {
    lws_set_timeout(connection, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_ASYNC);
  } else if (connection) {
    is_closing = true;
    snprintf(reason, sizeof reason, "%s", bye);
    lws_callback_on_writable(connection);
  }
  json_decref(command);
}

static int on_input(struct lws *wsi, enum lws_callback_reasons event, void *user, void *in, size_t length) {
  (void)wsi, (void)user, (void)in, (void)length;
  static char buffer[4096];
  static size_t used;
  if (event == LWS_CALLBACK_RAW_CLOSE_FILE) is_finished = true;
  if (event != LWS_CALLBACK_RAW_RX_FILE) return 0;
  ssize_t more = read(STDIN_FILENO, buffer + used, sizeof buffer - used);
  if (more <= 0) return -1;
  used += (size_t)more;
  for (char *end; (end = memchr(buffer, '\n', used));) {
    size_t line = (size_t)(end + 1 - buffer);
    obey(buffer, line);
    used -= line;
    memmove(buffer, buffer + line, used);
  }
  return 0;
}

static int on_connection(struct lws *wsi, enum lws_callback_reasons event, void *user, void *in, size_t length) {
  switch (event) {
    case LWS_CALLBACK_ESTABLISHED:
    case LWS_CALLBACK_CLIENT_ESTABLISHED:
      connection = wsi;
      payload_length = 0;
      report(json_pack("{s:s}", "event", "open"));
      break;
    case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
      report(json_pack("{s:s, s:s}", "event", "failed", "error", in ? (const char *)in : "unknown"));
      break;
    case LWS_CALLBACK_SERVER_WRITEABLE:
    case LWS_CALLBACK_CLIENT_WRITEABLE:
      if (!is_closing) break;
      is_closing = false;
      report(json_pack("{s:s}", "event", "accepted"));
      if (code >= 0) lws_close_reason(wsi, (enum lws_close_status)code, (unsigned char *)reason, strlen(reason));
      return -1;
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
      payload_length = length;
      memcpy(payload, in, length);
      break;
    case LWS_CALLBACK_CLOSED:
    case LWS_CALLBACK_CLIENT_CLOSED:
      closed();
      break;
    default:
      return lws_callback_http_dummy(wsi, event, user, in, length);
  }
  return 0;
}

int main(int count, char **arguments) {
  bool is_server = count > 1 && !strcmp(arguments[1], "server");
  struct lws_protocols protocols[] = {
      {.name = "connections", .callback = on_connection},
      {.name = "input", .callback = on_input},
      {0},
  };
  struct lws_context_creation_info info = {
      .port = is_server ? 0 : CONTEXT_PORT_NO_LISTEN,
      .iface = "127.0.0.1",
      .protocols = protocols,
      .options = LWS_SERVER_OPTION_EXPLICIT_VHOSTS,
  };
  lws_set_log_level(LLL_ERR, NULL);
  context = lws_create_context(&info);
  if (!context) return 1;
  vhost = lws_create_vhost(context, &info);
  lws_sock_file_fd_type input = {.filefd = STDIN_FILENO};
  if (!vhost || !lws_adopt_descriptor_vhost(vhost, LWS_ADOPT_RAW_FILE_DESC, input, "input", NULL)) return 1;

  // 4.1.6, and where it was built.
  const char *version = lws_get_library_version();
  json_t *ready = json_pack("{s:s, s:s, s:s%}", "event", "ready", "implementation", "libwebsockets", "version", version,
                            strcspn(version, "- "));
  if (is_server) json_object_set_new(ready, "port", json_integer(lws_get_vhost_listen_port(vhost)));
  report(ready);

  while (!is_finished && lws_service(context, 0) >= 0);
  return 0;
}
