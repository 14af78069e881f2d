module endpoint

go 1.24

require (
	github.com/coder/websocket v1.8.15
	support v0.0.0
)

replace support => ../support
