// Every number → the answers of the header, a line each.

#include "close_code.h"
#include "close_code.h"

#include <stdio.h>

static const char *const reconnects[] = {
    [CLOSE_CODE_RECONNECT_NEVER] = "never",
    [CLOSE_CODE_RECONNECT_IMMEDIATELY] = "immediately",
    [CLOSE_CODE_RECONNECT_BACKOFF] = "backoff",
};

int main(void) {
  for (uint32_t number = 0; number <= UINT16_MAX; number++) {
    uint16_t code = (uint16_t)number;
    const char *name = close_code_name(code);
    const char *summary = close_code_summary(code);
    printf("%u\t%s\t%s\t%s\t", (unsigned)number, name ? name : "-",
           close_code_is_sendable(code) ? "yes" : "no",
           reconnects[close_code_reconnect(code)]);
    for (const char *c = summary ? summary : "-"; *c; c++)
      putchar(*c == '\n' ? ' ' : *c);
    putchar('\n');
  }
  return 0;
}
