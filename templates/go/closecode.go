{{ view.head }}{{ view.notice[0] }}
// {{ view.notice[1] }}

// Package {{ view.package }} holds WebSocket close codes: what each code means, who sends it, and
// whether to connect again.
//
// Every number from 0 to 65535 is a [{{ view.type_name }}], whether or not it has a name, so nothing that a
// peer sends is lost or mistaken for something else. RFC 6455, section 7.4, defines the codes
// and their ranges. The package needs Go 1.21, and nothing beside the standard library.
package {{ view.package }}

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// {{ view.type_name }} is a WebSocket close code: the number in a Close frame that tells why a connection
// ended. A code without a name is a value like any other.
//
// Make one of an int with [FromInt]: a conversion would turn -1 into 65535.
type {{ view.type_name }} uint16
{%- if !view.codes.is_empty() %}

// The named close codes.
const (
{%- for code in view.codes %}
{%- if !loop.first %}
{% endif %}
{%- for line in code.doc %}
	//{{ line }}
{%- endfor %}
	{{ code.constant }} {{ view.type_name }} = {{ code.number }}
{%- endfor %}
)
{%- endif %}

// {{ view.type_name }}s returns every named close code, in the order of the numbers.
func {{ view.type_name }}s() []{{ view.type_name }} {
	return []{{ view.type_name }}{
{%- for code in view.codes %}
		{{ code.constant }},
{%- endfor %}
{%- if view.codes.is_empty() %}}{%- else %}
	}{%- endif %}
}

// FromInt returns the close code with that number, and whether there is one: no code is below 0
// or above 65535. Some libraries use -1 where there was no Close frame, which is 1006.
func FromInt(number int) ({{ view.type_name }}, bool) {
	if number < 0 || number > math.MaxUint16 {
		return 0, false
	}
	return {{ view.type_name }}(number), true
}

// Named returns the close code of that name, such as "going-away", and whether there is one.
func Named(name string) ({{ view.type_name }}, bool) {
	switch name {
{%- for code in view.codes %}
	case "{{ code.name }}":
		return {{ code.constant }}, true
{%- endfor %}
	default:
		return 0, false
	}
}

// IsNamed reports whether the code has a name, and so a constant.
func (c {{ view.type_name }}) IsNamed() bool {
	_, isNamed := c.Name()
	return isNamed
}

// Name returns the name in lower case with hyphens, such as "going-away", and whether the code
// has one.
func (c {{ view.type_name }}) Name() (string, bool) {
	switch c {
{%- for code in view.codes %}
	case {{ code.constant }}:
		return "{{ code.name }}", true
{%- endfor %}
	default:
		return "", false
	}
}

// Summary returns what the code means, in one English sentence for logs, and whether the code
// has a name.
func (c {{ view.type_name }}) Summary() (string, bool) {
	switch c {
{%- for code in view.codes %}
	case {{ code.constant }}:
		return {{ code.summary }}, true
{%- endfor %}
	default:
		return "", false
	}
}

// Label returns a short word for logs and metrics: the name, or for a code without one the range
// that it is in. There are few of them, and every code has one.
func (c {{ view.type_name }}) Label() string {
	if name, isNamed := c.Name(); isNamed {
		return name
	}
{%- if !view.labels.is_empty() %}
	switch {
{%- for case in view.labels %}
	case {{ case.pattern }}:
		return {{ case.value }}
{%- endfor %}
	}
{%- endif %}
	return string(c.CodeRange())
}

// String returns the number, a space and the label.
func (c {{ view.type_name }}) String() string {
	return strconv.Itoa(int(c)) + " " + c.Label()
}
{%- if let Own::All = view.own %}

// Own{{ view.type_name }} is a close code that the spec of this package names itself: here every named one. A
// switch over the constants can be checked by the linter exhaustive.
type Own{{ view.type_name }} = {{ view.type_name }}

// Own{{ view.type_name }}s returns the codes that the spec names itself, in the order of the numbers.
func Own{{ view.type_name }}s() []Own{{ view.type_name }} {
	return {{ view.type_name }}s()
}

// Own returns the code as one that the spec names itself, and whether it is one.
func (c {{ view.type_name }}) Own() (Own{{ view.type_name }}, bool) {
	if !c.IsNamed() {
		return 0, false
	}
	return c, true
}
{%- else %}

// Own{{ view.type_name }} is a close code that the spec of this package names itself, not one that it extends. A
// switch over its constants can be checked by the linter exhaustive.
type Own{{ view.type_name }} {{ view.type_name }}
{%- if let Own::Some(own) = view.own %}

// The codes that the spec names itself.
const (
{%- for declaration in own.declarations %}
	{{ declaration }}
{%- endfor %}
)

// Own{{ view.type_name }}s returns the codes that the spec names itself, in the order of the numbers.
func Own{{ view.type_name }}s() []Own{{ view.type_name }} {
	return []Own{{ view.type_name }}{
{%- for constant in own.constants %}
		{{ constant }},
{%- endfor %}
	}
}

// Own returns the code as one that the spec names itself, and whether it is one.
func (c {{ view.type_name }}) Own() (Own{{ view.type_name }}, bool) {
	switch own := Own{{ view.type_name }}(c); own {
	case {{ own.pattern }}:
		return own, true
	default:
		return 0, false
	}
}
{%- else %}

// Own{{ view.type_name }}s returns the codes that the spec names itself: here none.
func Own{{ view.type_name }}s() []Own{{ view.type_name }} {
	return nil
}

// Own returns the code as one that the spec names itself, and whether it is one.
func (c {{ view.type_name }}) Own() (Own{{ view.type_name }}, bool) {
	return 0, false
}
{%- endif %}

// String returns the number and the label.
func (c Own{{ view.type_name }}) String() string {
	return {{ view.type_name }}(c).String()
}
{%- endif %}

// IsOwn reports whether the spec of this package names the code itself.
func (c {{ view.type_name }}) IsOwn() bool {
	_, isOwn := c.Own()
	return isOwn
}
{%- for set in view.words %}

// {{ set.name }} is {{ set.about }}
type {{ set.name }} string

// The words of {{ set.name }}.
const (
{%- for word in set.words %}
{%- if !loop.first %}
{% endif %}
	// {{ word.meaning }}
	{{ set.name }}{{ word.constant }} {{ set.name }} = "{{ word.spelling }}"
{%- endfor %}
)
{%- endfor %}

// CodeRange returns the range that the number is in.
func (c {{ view.type_name }}) CodeRange() CodeRange {
	switch {
	case c < 1000:
		return CodeRangeUnused
	case c < 3000:
		return CodeRangeProtocol
	case c < 4000:
		return CodeRangeRegistered
	case c < 5000:
		return CodeRangePrivate
	default:
		return CodeRangeOutOfRange
	}
}

// SentBy returns the side that sends the code. For a code without a name it follows from its
// range.
func (c {{ view.type_name }}) SentBy() SentBy {
{%- call cases(view.sent_by) %}{% endcall %}
	if c.IsSendable() {
		return SentByEither
	}
	return SentByNobody
}
{# #}
{%- for line in view.sendable_doc %}
//{{ line }}
{%- endfor %}
//
// RFC 6455, section 7.4.1, forbids sending 1005, 1006 and 1015, and gives 1004 no meaning.
func (c {{ view.type_name }}) IsSendable() bool {
	return {{ view.sendable }}
}

// Wire returns the number for a Close frame, and whether the code may be sent.
func (c {{ view.type_name }}) Wire() (uint16, bool) {
	if !c.IsSendable() {
		return 0, false
	}
	return uint16(c), true
}
{# #}
{%- for line in view.browser_doc %}
//{{ line }}
{%- endfor %}
func (c {{ view.type_name }}) IsBrowserSendable() bool {
	return {{ view.browser }}
}

// Range holds the first and the last number of a range that the spec names.
type Range struct {
	First, Last {{ view.type_name }}
}
{%- for range in view.ranges %}
{# #}
{%- for line in range.doc %}
//{{ line }}
{%- endfor %}
var {{ range.constant }} = Range{First: {{ range.from }}, Last: {{ range.to }}}
{# #}
{%- for line in range.predicate_doc %}
//{{ line }}
{%- endfor %}
func (c {{ view.type_name }}) {{ range.predicate }}() bool {
	return {{ range.condition }}
}
{%- endfor %}

// Reconnect returns whether a client that received the code should connect again. It is advice,
// not a rule.
func (c {{ view.type_name }}) Reconnect() Reconnect {
{%- call cases(view.reconnect) %}{% endcall %}
	return {{ view.otherwise.reconnect }}
}

// After returns what a client that received the code should do before it connects again, and
// whether there is anything.
func (c {{ view.type_name }}) After() (After, bool) {
{%- call cases(view.after) %}{% endcall %}
	return {{ view.otherwise.after }}
}

// RetryAfter returns how long a client that received the code should wait before it connects
// again. It reports false where it should not connect at all: the wait is then the longest
// Duration, so that a caller who ignores the answer does not connect in a loop.
//
// It is for a library that counts attempts itself. Do first what [{{ view.type_name }}.After] returns, and count
// from 0 again only after a connection that lasted, as [Reconnection] does on its own.
//
// The window of the delay doubles with every attempt up to a cap. Whatever the window, attempts
// 1, 2, 3, and 4 and later wait at least 0.5, 1, 2, and 4 seconds.
//
// The attempt is how many connections have failed in a row since the last one that lasted, from
// 0; a negative number counts as 0. The random number, from 0 to 1, spreads the clients of a
// server over time: usually rand.Float64(). It is clamped, and NaN counts as 1.
func (c {{ view.type_name }}) RetryAfter(attempt int, random float64) (time.Duration, bool) {
	switch reconnect := c.Reconnect(); {
	case reconnect == ReconnectNever:
		return math.MaxInt64, false
	case reconnect == ReconnectImmediately && attempt <= 0:
		return 0, true
	default:
		return c.backoff().delay(attempt, random), true
	}
}

func (c {{ view.type_name }}) backoff() backoff {
{%- call cases(view.backoff) %}{% endcall %}
	return {{ view.otherwise.backoff }}
}

// A window of time that doubles with each attempt. All bounds are seconds.
type backoff struct {
	from, to, cap float64
}

func (b backoff) delay(attempt int, random float64) time.Duration {
	doubled := math.Exp2(float64(min(max(attempt, 0), 31)))
	scale := min(doubled, b.cap/b.to)
	share := 1.0
	if random < 1 { // NaN is not below 1.
		share = max(random, 0)
	}
	least := 0.0
	if attempt > 0 {
		least = min(doubled, 16) / 4
	}
	seconds := max(scale*(b.from+share*(b.to-b.from)), least)
	return time.Duration(math.Round(seconds * float64(time.Second)))
}

// Reconnection decides what a client does each time its connection ends: one for each connection
// to keep up. The zero value is ready to use.
//
// It counts attempts, and starts over only after a connection that lasted. So a server that
// accepts every connection and closes it at once gets few of them.
//
// It reads no clock and draws no random number. Pass it time.Now(), whose monotonic reading is
// what it compares: a clock that is set in between does not matter.
type Reconnection struct {
	// LastingAfter is after how long a connection counts as lasting, at least a second. Zero
	// means ten seconds.
	LastingAfter time.Duration

	openedAt  time.Time
	attempt   int
	isStopped bool
}

// Opened notes that the connection is open: the handshake succeeded.
func (r *Reconnection) Opened(now time.Time) {
	r.openedAt = now
}

// Closed decides what to do after the connection has ended, or the attempt to open it has failed:
// 1006 if there is no code.
//
// Call it once for each attempt, and not after closing the connection yourself. Without
// [Reconnection.Opened], or with a time before it, the connection did not last. The random number
// is that of [{{ view.type_name }}.RetryAfter].
func (r *Reconnection) Closed(code {{ view.type_name }}, now time.Time, random float64) Next {
	if r.hasLasted(now) {
		r.attempt = 0
	}
	r.openedAt = time.Time{}
	delay, goesOn := code.RetryAfter(r.attempt, random)
	if r.isStopped || !goesOn {
		r.isStopped = true
		return Next{Stop: true, Delay: math.MaxInt64}
	}
	r.attempt = min(r.attempt+1, 31) // The delays grow no more.
	after, _ := code.After()
	return Next{Delay: delay, After: after}
}

func (r *Reconnection) hasLasted(now time.Time) bool {
	lastingAfter := 10 * time.Second
	if r.LastingAfter != 0 {
		lastingAfter = max(r.LastingAfter, time.Second)
	}
	return !r.openedAt.IsZero() && now.Sub(r.openedAt) >= lastingAfter
}

// Next is what a client does next, after its connection has ended: stay away if Stop is true,
// else wait for Delay, then do what After names if it is not empty, then connect.
type Next struct {
	// Stop is true for good: only a new [Reconnection] starts again.
	Stop bool
	// Delay is how long to wait: the longest Duration if Stop is true.
	Delay time.Duration
	// After is what to do before connecting; empty for nothing. What needs the user can be
	// offered at once.
	After After
}

// Side is a side of a connection.
type Side string

// The sides of a connection.
const (
	// The side that opened the connection.
	SideClient Side = "client"

	// The side that accepted it.
	SideServer Side = "server"
)

// RelayKind is how a proxy closes a connection after the one on its other side has ended.
type RelayKind string

// The ways of closing a connection after another.
const (
	// With the received code and its reason.
	RelayAsIs RelayKind = "as-is"

	// With a Close frame without a code. A library that cannot send one sends 1000.
	RelayWithoutCode RelayKind = "without-code"

	// With another code, which may be sent, and without a reason.
	RelayInstead RelayKind = "instead"
)

// Relay is how a proxy closes a connection after the one on its other side has ended.
type Relay struct {
	Kind RelayKind
	// Code is the code to close with. It is 1005 for a Close frame without a code, which is what
	// some libraries make of that number.
	Code {{ view.type_name }}
}

// Reason returns the reason to close with, of a received one.
func (r Relay) Reason(received string) string {
	if r.Kind != RelayAsIs {
		return ""
	}
	return received
}

// Relay returns how a proxy that received the code on one connection closes the other one, towards
// a side.
//
// Only clients send 1010, so a client gets 1011 in its place. A code that may not be sent, such
// as 1006, becomes 1011 towards a client and 1001 towards a server.
func (c {{ view.type_name }}) Relay(to Side) Relay {
	switch {
	case c == 1005:
		return Relay{Kind: RelayWithoutCode, Code: c}
	case to == SideClient && (c == 1010 || !c.IsSendable()):
		return Relay{Kind: RelayInstead, Code: 1011}
	case !c.IsSendable():
		return Relay{Kind: RelayInstead, Code: 1001}
	default:
		return Relay{Kind: RelayAsIs, Code: c}
	}
}

// Reason returns the default text to send with the code, and whether there is one.
func (c {{ view.type_name }}) Reason() (string, bool) {
	switch c {
{%- for (constant, reason) in view.reasons %}
	case {{ constant }}:
		return {{ reason }}, true
{%- endfor %}
	default:
		return "", false
	}
}

// MaxReasonBytes is how long a reason gets in bytes of UTF-8: a Close frame has room for 125, and
// the code takes 2.
const MaxReasonBytes = {{ view.max_reason_bytes }}

// FitReason returns the reason, or as much of its beginning as fits into a Close frame. The result
// is always valid UTF-8, which the frame needs: what is not becomes U+FFFD, and no character is cut.
func FitReason(reason string) string {
	reason = strings.ToValidUTF8(reason, "\uFFFD")
	if len(reason) <= MaxReasonBytes {
		return reason
	}
	end := MaxReasonBytes
	for !utf8.RuneStart(reason[end]) {
		end--
	}
	return reason[:end]
}
{%- macro cases(cases) %}
{%- if !cases.codes.is_empty() %}
	switch c {
{%- for case in cases.codes %}
	case {{ case.pattern }}:
		return {{ case.value }}
{%- endfor %}
	}
{%- endif %}
{%- if !cases.runs.is_empty() %}
	switch {
{%- for case in cases.runs %}
	case {{ case.pattern }}:
		return {{ case.value }}
{%- endfor %}
	}
{%- endif %}
{%- endmacro %}
