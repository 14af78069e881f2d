// bridges NAME [PORT]: a server, or a client of PORT, that closes as its peer asks and prints what happened, as
// tests/languages/README.md describes; and bridges sample URL PATH...
package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"

	closecode "example.com/close-codes"
)

// A connection of some library.
type connection interface {
	// Returns the next text message.
	receive() (string, error)
	// Closes with a code and waits for the peer's answer.
	closeWith(code closecode.CloseCode) error
	// Returns what the peer closed with, from the error of receive.
	closed(err error) (closecode.CloseCode, string)
}

// What a library has.
type library struct {
	accept func(http.ResponseWriter, *http.Request) (connection, error)
	dial   func(address string) (connection, error)
}

func main() {
	if os.Args[1] == "sample" {
		sample(os.Args[2], os.Args[3:])
		return
	}
	libraries := map[string]library{
		"gorilla": {acceptGorilla, dialGorilla},
		"coder":   {acceptCoder, dialCoder},
	}
	name, role, _ := strings.Cut(os.Args[1], "-")
	if role == "server" {
		serve(libraries[name])
		return
	}
	for goesOn := true; goesOn; {
		conn, err := libraries[name].dial("ws://127.0.0.1:" + os.Args[2])
		exitOn(err)
		goesOn = converse(conn)
	}
}

// Serves until standard input ends.
func serve(library library) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	exitOn(err)
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	go func() {
		exitOn(http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			conn, err := library.accept(w, r)
			exitOn(err)
			converse(conn)
		})))
	}()
	_, err = io.Copy(io.Discard, os.Stdin)
	exitOn(err)
}

// Closes as the peer asks, or prints how it closes, and returns whether there is another connection.
func converse(conn connection) bool {
	message, err := conn.receive()
	if err != nil {
		code, reason := conn.closed(err)
		fmt.Println("received\t" + line(code, reason))
		return true
	}
	if message == "stop" {
		exitOn(conn.closeWith(closecode.NormalClosure))
		return false
	}
	number, err := strconv.Atoi(message)
	exitOn(err)
	code, isCode := closecode.FromInt(number)
	if !isCode {
		exitOn(fmt.Errorf("%d is not a close code", number))
	}
	if err := conn.closeWith(code); err != nil {
		fmt.Printf("refused\t%d\t%v\n", number, err)
		exitOn(conn.closeWith(closecode.NormalClosure))
		return true
	}
	reason, _ := code.Reason()
	fmt.Println("sent\t" + line(code, reason))
	return true
}

// The columns for a code.
func line(code closecode.CloseCode, reason string) string {
	name, isNamed := code.Name()
	after, hasAfter := code.After()
	delay, goesOn := code.RetryAfter(1, 0.5)
	return strings.Join([]string{
		strconv.Itoa(int(code)),
		orDash(name, isNamed),
		code.Label(),
		string(code.Reconnect()),
		orDash(string(after), hasAfter),
		orDash(strconv.FormatInt(delay.Milliseconds(), 10), goesOn),
		reason,
	}, "\t")
}

func orDash(text string, isThere bool) string {
	if !isThere {
		return "-"
	}
	return text
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
