package support

import (
	"math/rand"
	"sync/atomic"
	_ "unsafe" // for linkname
)

// What the functions of math/rand use. The linker allows this with -checklinkname=0.
//
//go:linkname generator math/rand.globalRandGenerator
var generator atomic.Pointer[rand.Rand]

type constant int64

func (c constant) Int63() int64 { return int64(c) }
func (constant) Seed(int64)     {}

// fix makes all random numbers equal to this one, between 0 and 1.
func fix(random float64) {
	generator.Store(rand.New(constant(random * (1 << 63))))
}
