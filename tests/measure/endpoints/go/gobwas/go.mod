module endpoint

go 1.26

require github.com/gobwas/ws v1.5.0

require (
	github.com/gobwas/httphead v0.1.0 // indirect
	support v0.0.0
)

replace support => ../support
