// exported FILE: the exported declarations of a Go file, without comments and bodies.
package main

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
)

func main() {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, os.Args[1], nil, parser.SkipObjectResolution)
	check(err)
	ast.FileExports(file)
	for _, declaration := range file.Decls {
		switch declaration := declaration.(type) {
		case *ast.FuncDecl:
			declaration.Body = nil
		case *ast.GenDecl:
			if declaration.Tok == token.IMPORT {
				continue
			}
		}
		check(format.Node(os.Stdout, set, declaration))
		fmt.Println()
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
