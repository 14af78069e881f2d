package main

import (
	"context"
	"net/http"

	closecode "example.com/close-codes"
	"github.com/coder/websocket"

	"snippets/coder"
)

type coderConnection struct{ *websocket.Conn }

func acceptCoder(w http.ResponseWriter, r *http.Request) (connection, error) {
	conn, err := websocket.Accept(w, r, nil)
	return coderConnection{conn}, err
}

func dialCoder(address string) (connection, error) {
	conn, _, err := websocket.Dial(context.Background(), address, nil)
	return coderConnection{conn}, err
}

func (c coderConnection) receive() (string, error) {
	_, message, err := c.Read(context.Background())
	return string(message), err
}

func (c coderConnection) closeWith(code closecode.CloseCode) error {
	return coder.Close(c.Conn, code)
}

func (c coderConnection) closed(err error) (closecode.CloseCode, string) {
	return coder.Closed(err)
}
