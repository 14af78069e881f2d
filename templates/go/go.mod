// {{ view.notice[0] }}
// {{ view.notice[1] }}

module {{ view.module }}

go 1.21
