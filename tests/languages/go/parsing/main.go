// parsing OUTPUTS: the Go file of each of many specs parses, has its types and gofmt's layout, and says what codes.json says.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strconv"
)

// What is compared of a registry.
type registry struct {
	Codes []struct {
		Code      int
		Kind      string
		Name      string
		Summary   string
		Reason    *string
		Constants map[string]string
	}
}

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "*", "*", "*.go"))
	check(err == nil && len(files) > 0, "there is no Go file in %s", os.Args[1])
	set := token.NewFileSet()
	// The packages of the standard library are read once.
	library := importer.ForCompiler(set, "source", nil)
	for _, path := range files {
		text, err := os.ReadFile(path)
		check(err == nil, "%v", err)
		formatted, err := format.Source(text)
		check(err == nil, "%s: %v", path, err)
		check(bytes.Equal(text, formatted), "%s: gofmt changes it", path)
		file, err := parser.ParseFile(set, path, text, parser.ParseComments)
		check(err == nil, "%v", err)
		check(ast.IsGenerated(file), "%s is not recognized as generated", path)
		config := types.Config{Importer: library}
		checked, err := config.Check(file.Name.Name, set, []*ast.File{file}, nil)
		check(err == nil, "%v", err)
		compare(path, file, checked)
	}
}

func compare(path string, file *ast.File, checked *types.Package) {
	text, err := os.ReadFile(filepath.Join(filepath.Dir(filepath.Dir(path)), "codes.json"))
	check(err == nil, "%v", err)
	var registry registry
	err = json.Unmarshal(text, &registry)
	check(err == nil, "%s: %v", path, err)
	names, summaries, reasons := texts(file, "Name"), texts(file, "Summary"), texts(file, "Reason")
	named := 0
	for _, code := range registry.Codes {
		if code.Kind == "reserved" {
			continue
		}
		named++
		name := code.Constants["go"]
		constant, isConstant := checked.Scope().Lookup(name).(*types.Const)
		check(isConstant, "%s: %s is not a constant", path, name)
		check(constant.Val().String() == strconv.Itoa(code.Code), "%s: %s is %v", path, name, constant.Val())
		check(names[name] == code.Name, "%s: the name of %s is %q", path, name, names[name])
		check(summaries[name] == code.Summary, "%s: the summary of %s is %q", path, name, summaries[name])
		reason, hasReason := reasons[name]
		check(hasReason == (code.Reason != nil) && (!hasReason || reason == *code.Reason), "%s: the reason of %s is %q", path, name, reason)
	}
	check(named == len(names) && named == len(summaries), "%s: %d names of %d codes", path, len(names), named)
}

// What a method without parameters returns for each constant, by its switch.
func texts(file *ast.File, method string) map[string]string {
	texts := map[string]string{}
	for _, declaration := range file.Decls {
		function, isFunction := declaration.(*ast.FuncDecl)
		if !isFunction || function.Name.Name != method || function.Recv == nil || function.Type.Params.NumFields() > 0 {
			continue
		}
		ast.Inspect(function.Body, func(node ast.Node) bool {
			clause, isClause := node.(*ast.CaseClause)
			if !isClause || len(clause.List) != 1 {
				return true
			}
			constant := clause.List[0].(*ast.Ident).Name
			literal := clause.Body[0].(*ast.ReturnStmt).Results[0].(*ast.BasicLit)
			text, err := strconv.Unquote(literal.Value)
			check(err == nil, "%s is not a string", literal.Value)
			texts[constant] = text
			return true
		})
	}
	return texts
}

func check(isSo bool, message string, arguments ...any) {
	if !isSo {
		fmt.Fprintf(os.Stderr, message+"\n", arguments...)
		os.Exit(1)
	}
}
