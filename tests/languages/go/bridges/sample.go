package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	closecode "example.com/close-codes"

	"snippets/coder"
)

// Stays connected to every path at once, and closes the connections to those that stay open, until standard input ends.
func sample(url string, paths []string) {
	for _, path := range paths {
		go stay(context.Background(), url, path)
	}
	for _, path := range []string{"/open", "/open/1011"} {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		go stay(ctx, url, path)
	}
	_, err := io.Copy(io.Discard, os.Stdin)
	exitOn(err)
}

func stay(ctx context.Context, url, path string) {
	prepare := func(_ context.Context, after closecode.After) error {
		fmt.Printf("prepared %s %s\n", path, after)
		return nil
	}
	err := coder.StayConnected(ctx, url+path, prepare, func([]byte) {})
	fmt.Printf("stopped %s %v\n", path, err)
}
