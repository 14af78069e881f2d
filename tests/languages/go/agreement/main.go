// Vectors on standard input → the same lines from the generated package, on standard output.
package main

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	closecode "example.com/close-codes"
)

// A range of the spec: its name, its ends, and its predicate.
type namedRange struct {
	name string
	ends closecode.Range
	isIn func(closecode.CloseCode) bool
}

// An attempt and a random number, for which there is a delay.
type pair struct {
	attempt int
	random  float64
}

func main() {
	text, err := io.ReadAll(os.Stdin)
	check(err == nil, "the vectors cannot be read: %v", err)
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	pairs := pairsOf(lines[0])
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(out, lines[0])
	for _, line := range lines[1:] {
		number, rest, _ := strings.Cut(line, "\t")
		if number == "reconnection" {
			fmt.Fprintf(out, "reconnection\t%s\n", sequence(rest))
			continue
		}
		n, err := strconv.Atoi(number)
		check(err == nil, "%q is not a number", number)
		code, isCode := closecode.FromInt(n)
		check(isCode && int(code) == n, "FromInt(%d) is %v", n, code)
		fmt.Fprintln(out, answer(code, pairs))
	}
	checkLists()
	checkNumbers()
	checkReasons()
	check(out.Flush() == nil, "the answers cannot be printed")
}

func pairsOf(heading string) []pair {
	list, isHeading := strings.CutPrefix(heading, "#\t")
	check(isHeading, "line 1 is not `#`, a tab, and pairs")
	var pairs []pair
	for _, text := range strings.Split(list, " ") {
		attempt, random, _ := strings.Cut(text, ":")
		pairs = append(pairs, pair{int(number(attempt)), number(random)})
	}
	return pairs
}

func answer(c closecode.CloseCode, pairs []pair) string {
	after, hasAfter := c.After()
	wire, isSendable := c.Wire()
	check(isSendable == c.IsSendable(), "Wire and IsSendable differ at %v", c)
	return strings.Join([]string{
		strconv.Itoa(int(c)),
		yes(c.IsNamed()),
		yes(c.IsOwn()),
		orDash(c.Name()),
		orDash(c.Summary()),
		c.Label(),
		string(c.CodeRange()),
		string(c.SentBy()),
		yes(c.IsSendable()),
		orDash(strconv.Itoa(int(wire)), isSendable),
		yes(c.IsBrowserSendable()),
		string(c.Reconnect()),
		orDash(string(after), hasAfter),
		orDash(c.Reason()),
		delays(c, pairs),
		relay(c, closecode.SideClient),
		relay(c, closecode.SideServer),
		rangeAround(c),
	}, "\t")
}

// The range that the number is in, by its ends and by its predicate.
func rangeAround(c closecode.CloseCode) string {
	around := "-"
	for _, r := range ranges {
		isIn := r.isIn(c)
		check(isIn == (r.ends.First <= c && c <= r.ends.Last), "the ends and the predicate of %s differ at %v", r.name, c)
		if isIn {
			around = r.name
		}
	}
	return around
}

func delays(c closecode.CloseCode, pairs []pair) string {
	var delays []string
	for _, p := range pairs {
		delay, goesOn := c.RetryAfter(p.attempt, p.random)
		if !goesOn {
			check(delay == math.MaxInt64, "%v has a short delay", c)
			return "-"
		}
		delays = append(delays, microseconds(delay))
	}
	return strings.Join(delays, " ")
}

func relay(c closecode.CloseCode, to closecode.Side) string {
	relay := c.Relay(to)
	isAsIs := relay.Kind == closecode.RelayAsIs
	check((relay.Reason("why") == "why") == isAsIs, "%v is relayed with a wrong reason", c)
	if relay.Kind == closecode.RelayWithoutCode {
		check(relay.Code == 1005, "%v is relayed without a code as %v", c, relay.Code)
		return string(relay.Kind)
	}
	return fmt.Sprintf("%s:%d", relay.Kind, int(relay.Code))
}

// Names lead back to their codes, and the lists hold exactly what is named.
func checkLists() {
	var named []closecode.CloseCode
	var own []closecode.OwnCloseCode
	for n := 0; n <= math.MaxUint16; n++ {
		code := closecode.CloseCode(n)
		if name, isNamed := code.Name(); isNamed {
			named = append(named, code)
			found, isFound := closecode.Named(name)
			check(isFound && found == code, "Named(%q) is %v", name, found)
		}
		if of, isOwn := code.Own(); isOwn {
			own = append(own, of)
			check(of.String() == code.String(), "%v is printed as %v", code, of)
		}
	}
	check(slices.Equal(named, closecode.CloseCodes()), "CloseCodes is %v", closecode.CloseCodes())
	check(slices.Equal(own, closecode.OwnCloseCodes()), "OwnCloseCodes is %v", closecode.OwnCloseCodes())
	for _, name := range []string{"", "1000", "private", "String"} {
		_, isFound := closecode.Named(name)
		check(!isFound, "Named(%q) is a code", name)
	}
}

// Numbers that none can have are not turned into others.
func checkNumbers() {
	for _, n := range []int{-1, -65536, 65536, 66536, math.MaxInt, math.MinInt} {
		code, isCode := closecode.FromInt(n)
		check(!isCode && !code.IsSendable(), "FromInt(%d) is %v", n, code)
	}
	printed := fmt.Sprint(closecode.CloseCode(4123))
	check(strings.HasPrefix(printed, "4123 "), "4123 is printed as %q", printed)
}

// Reasons are cut between characters, and are valid UTF-8.
func checkReasons() {
	for reason, expected := range map[string]string{
		"":                                    "",
		strings.Repeat("x", 123):              strings.Repeat("x", 123),
		strings.Repeat("x", 124):              strings.Repeat("x", 123),
		strings.Repeat("x", 122) + "é":        strings.Repeat("x", 122),
		strings.Repeat("x", 121) + "é":        strings.Repeat("x", 121) + "é",
		strings.Repeat("😀", 31):               strings.Repeat("😀", 30),
		"a\xff\xfeb":                          "a\uFFFDb",
		strings.Repeat("x", 121) + "\xffover": strings.Repeat("x", 121),
	} {
		fitted := closecode.FitReason(reason)
		check(fitted == expected, "FitReason(%q) is %q", reason, fitted)
	}
}

// The delay in whole microseconds.
func microseconds(delay time.Duration) string {
	return strconv.FormatFloat(math.RoundToEven(float64(delay)/1000), 'f', 0, 64)
}

func number(text string) float64 {
	number, err := strconv.ParseFloat(text, 64)
	check(err == nil, "%q is not a number", text)
	return number
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

func orDash(text string, isThere bool) string {
	if !isThere {
		return "-"
	}
	return text
}

func check(isSo bool, message string, arguments ...any) {
	if !isSo {
		fmt.Fprintf(os.Stderr, message+"\n", arguments...)
		os.Exit(1)
	}
}
