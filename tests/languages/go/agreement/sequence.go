package main

import (
	"math"
	"strings"
	"time"

	closecode "example.com/close-codes"
)

// Where the clock of the sequences begins: it has times before it, too.
var origin = time.Now()

// The longest time that the clock goes in either direction, in milliseconds: a Duration holds the difference of any two times.
const longest = 100 * 365 * 24 * 60 * 60 * 1000.0

// Answers one sequence: `OPTION<TAB>EVENTS<TAB>ANSWERS`, of which the answers are new.
func sequence(line string) string {
	columns := strings.Split(line, "\t")
	check(len(columns) == 3, "%q is not a sequence", line)
	var reconnection closecode.Reconnection
	if columns[0] != "-" {
		reconnection.LastingAfter = option(number(columns[0]))
	}
	var answers []string
	for _, event := range strings.Split(columns[1], " ") {
		parts := strings.Split(event, ":")
		if parts[0] == "opened" {
			reconnection.Opened(moment(number(parts[1])))
			continue
		}
		code, isCode := closecode.FromInt(int(number(parts[1])))
		check(isCode, "%q is not a code", parts[1])
		next := reconnection.Closed(code, moment(number(parts[2])), number(parts[3]))
		answers = append(answers, written(next))
	}
	return strings.Join([]string{columns[0], columns[1], strings.Join(answers, " ")}, "\t")
}

func written(next closecode.Next) string {
	switch {
	case next.Stop:
		check(next.Delay == math.MaxInt64, "after a stop comes a short delay")
		return "stop"
	case next.After != "":
		return "first:" + string(next.After) + ":" + microseconds(next.Delay)
	default:
		return "wait:" + microseconds(next.Delay)
	}
}

// The time after which connections last. The option of Go is a Duration, whose zero stands for the default: the nearest
// to 0 is a nanosecond, and to infinity the longest one.
func option(milliseconds float64) time.Duration {
	switch {
	case math.IsNaN(milliseconds):
		return 0
	case milliseconds == 0:
		return 1
	default:
		return duration(milliseconds, math.MaxInt64/1e6)
	}
}

// A time of the clock. One that is not finite is none, so the connection does not last.
func moment(milliseconds float64) time.Time {
	if math.IsNaN(milliseconds) || math.IsInf(milliseconds, 0) {
		return time.Time{}
	}
	return origin.Add(duration(milliseconds, longest))
}

func duration(milliseconds, longest float64) time.Duration {
	if milliseconds >= longest {
		return time.Duration(longest) * time.Millisecond
	}
	return time.Duration(max(milliseconds, -longest) * 1e6)
}
