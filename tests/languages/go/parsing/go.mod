module parsing

go 1.21
