package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"

	closecode "example.com/close-codes"

	"snippets/coder"
)

// Stays connected to every path at once until standard input ends. A line closes the connections to those that stay open.
func sample(url string, paths []string) {
	for _, path := range paths {
		go stay(context.Background(), url, path)
	}
	ctx, cancel := context.WithCancel(context.Background())
	for _, path := range []string{"/open", "/open/1011"} {
		go stay(ctx, url, path)
	}
	input := bufio.NewReader(os.Stdin)
	_, err := input.ReadString('\n')
	exitOn(err)
	cancel()
	_, err = io.Copy(io.Discard, input)
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
