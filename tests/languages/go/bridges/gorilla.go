package main

import (
	"net/http"

	closecode "example.com/close-codes"
	"github.com/gorilla/websocket"

	"snippets/gorilla"
)

type gorillaConnection struct{ *websocket.Conn }

func acceptGorilla(w http.ResponseWriter, r *http.Request) (connection, error) {
	upgrader := websocket.Upgrader{}
	conn, err := upgrader.Upgrade(w, r, nil)
	return gorillaConnection{conn}, err
}

func dialGorilla(address string) (connection, error) {
	conn, _, err := websocket.DefaultDialer.Dial(address, nil)
	return gorillaConnection{conn}, err
}

func (c gorillaConnection) receive() (string, error) {
	_, message, err := c.ReadMessage()
	if err != nil {
		_ = c.Conn.Close() // The connection has ended anyway.
	}
	return string(message), err
}

func (c gorillaConnection) closeWith(code closecode.CloseCode) error {
	if err := gorilla.Close(c.Conn, code); err != nil {
		return err
	}
	for {
		if _, err := c.receive(); err != nil {
			return nil // The peer's answer.
		}
	}
}

func (c gorillaConnection) closed(err error) (closecode.CloseCode, string) {
	return gorilla.Closed(err)
}
