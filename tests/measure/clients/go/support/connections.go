package support

import (
	"context"
	"net"
	"sync"
	"time"
)

// Connections are those of one run of the library.
type Connections struct {
	// URL is where the library connects to.
	URL string
	// Never and Again are what the hook is to answer. If both are false, the library decides.
	Never, Again bool

	mutex    sync.Mutex
	isActive bool
	live     map[*connection]bool
	since    time.Time
	// ended belongs to the bubble, finished does not.
	ended, finished chan struct{}
}

// connection is one of them. Its deadlines would be by the clock of the system.
type connection struct {
	net.Conn
	of *Connections
}

func (c *connection) Read(bytes []byte) (int, error) {
	n, err := c.Conn.Read(bytes)
	if err != nil {
		c.of.end(c)
	}
	return n, err
}

func (c *connection) Close() error {
	c.of.end(c)
	return c.Conn.Close()
}

func (c *connection) SetDeadline(time.Time) error      { return nil }
func (c *connection) SetReadDeadline(time.Time) error  { return nil }
func (c *connection) SetWriteDeadline(time.Time) error { return nil }

// Dial connects, and reports it. The library has to use it.
func (c *Connections) Dial(_ context.Context, network, address string) (net.Conn, error) {
	c.mutex.Lock()
	if c.isActive {
		report(event{"event": "dialed", "after": time.Since(c.since).Round(time.Millisecond).Milliseconds()})
	}
	c.mutex.Unlock()
	conn, err := net.Dial(network, address)
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.since = time.Now()
	if err != nil {
		return nil, err
	}
	made := &connection{conn, c}
	c.live[made] = true
	if !c.isActive {
		conn.Close()
	}
	return made, nil
}

// Opened is to be called when the library takes a connection for good.
func (c *Connections) Opened() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.isActive {
		report(event{"event": "opened"})
	}
}

func (c *Connections) end(conn *connection) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if !c.live[conn] {
		return
	}
	delete(c.live, conn)
	c.since = time.Now()
	if !c.isActive {
		close(c.ended)
	}
}

// stay runs the library until its connections are dropped, or until it has waited long enough for nothing.
func (c *Connections) stay(connect func(*Connections) func()) {
	c.mutex.Lock()
	c.since = time.Now()
	c.ended = make(chan struct{})
	c.mutex.Unlock()
	stop := connect(c)
	c.wait()
	stop()
	// All that the library still waits for has to end before the bubble does.
	time.Sleep(longestWait)
}

func (c *Connections) wait() {
	for {
		c.mutex.Lock()
		left := longestWait - time.Since(c.since)
		if left <= 0 {
			c.isActive = false
			report(event{"event": "stopped"})
			c.mutex.Unlock()
			return
		}
		c.mutex.Unlock()
		select {
		case <-c.ended:
			return
		case <-time.After(left):
		}
	}
}

// drop ends the connection that there is, or that is being made.
func (c *Connections) drop() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.isActive = false
	for conn := range c.live {
		conn.Conn.Close()
	}
}
