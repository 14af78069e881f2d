package coder

import (
	"context"
	"fmt"
	"math/rand"
	"time"

	closecode "example.com/close-codes"
	"github.com/coder/websocket"
)

// StayConnected connects again as the codes advise, until ctx ends, and passes every message to handle. It returns an
// error when a code forbids to connect, and when prepare does.
func StayConnected(
	ctx context.Context,
	url string,
	prepare func(context.Context, closecode.After) error,
	handle func([]byte),
) error {
	var reconnection closecode.Reconnection
	for {
		code := receive(ctx, url, &reconnection, handle)
		if ctx.Err() != nil {
			return ctx.Err() // Closed by ourselves.
		}
		next := reconnection.Closed(code, time.Now(), rand.Float64())
		if next.Stop {
			return fmt.Errorf("closed: %v", code)
		}
		select {
		case <-time.After(next.Delay):
		case <-ctx.Done():
			return ctx.Err()
		}
		if next.After != "" {
			if err := prepare(ctx, next.After); err != nil {
				return err
			}
		}
	}
}

// receive returns what a connection ended with: 1006 also if there was none.
func receive(
	ctx context.Context,
	url string,
	reconnection *closecode.Reconnection,
	handle func([]byte),
) closecode.CloseCode {
	conn, _, err := websocket.Dial(ctx, url, nil)
	if err != nil {
		return closecode.AbnormalClosure
	}
	reconnection.Opened(time.Now())
	// A read that ctx ends would drop the connection without a Close frame.
	stop := context.AfterFunc(ctx, func() { _ = Close(conn, closecode.NormalClosure) })
	defer stop()
	for {
		_, message, err := conn.Read(context.Background())
		if err != nil {
			code, _ := Closed(err)
			return code
		}
		handle(message)
	}
}
