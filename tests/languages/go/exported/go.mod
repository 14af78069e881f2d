module exported

go 1.21
