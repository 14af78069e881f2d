module support

go 1.25
