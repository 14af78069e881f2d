// The module centrifuge-go as a measured client.
package main

import (
	"support"

	"github.com/centrifugal/centrifuge-go"
)

func connect(connections *support.Connections) func() {
	client := centrifuge.NewJsonClient(connections.URL, centrifuge.Config{NetDialContext: connections.Dial})
	client.OnConnected(func(centrifuge.ConnectedEvent) { connections.Opened() })
	client.OnConnecting(func(event centrifuge.ConnectingEvent) {
		if connections.Never && event.Code > 0 {
			go client.Disconnect()
		}
	})
	client.OnDisconnected(func(event centrifuge.DisconnectedEvent) {
		if connections.Again && event.Code > 0 {
			go client.Connect()
		}
	})
	if err := client.Connect(); err != nil {
		panic(err)
	}
	return client.Close
}

func main() { support.Run("github.com/centrifugal/centrifuge-go", connect) }
