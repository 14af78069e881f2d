// Command modulezip makes the zip of a module as the proxies of Go do, and unpacks it as the command go does:
// modulezip FOLDER MODULE VERSION ZIP UNPACKED.
package main

import (
	"log"
	"os"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

func main() {
	folder, version := os.Args[1], module.Version{Path: os.Args[2], Version: os.Args[3]}
	file, err := os.Create(os.Args[4])
	if err != nil {
		log.Fatal(err)
	}
	if err := zip.CreateFromDir(file, version, folder); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
	// Refuses the sizes and names that the proxies refuse.
	if err := zip.Unzip(os.Args[5], version, os.Args[4]); err != nil {
		log.Fatal(err)
	}
}
