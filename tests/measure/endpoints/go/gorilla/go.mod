module endpoint

go 1.24

require (
	github.com/gorilla/websocket v1.5.3
	support v0.0.0
)

replace support => ../support
