module snippets

go 1.23

require (
	example.com/close-codes v0.0.0
	github.com/coder/websocket v1.8.15
	github.com/gorilla/websocket v1.5.3
)

replace example.com/close-codes => ../../../generated/go
