// The loop of the Rust readme, with a thread for each path of a server → what a storm of reconnections would show.

fn main() {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().expect("a URL");
    let threads: Vec<_> = arguments
        .map(|path| {
            let url = format!("{url}{path}");
            thread::spawn(move || {
                let prepare = |after: After| println!("prepared {path} {}", after.as_str());
                let code = listen(&url, prepare, || 0.0);
                println!("stopped {path} {code}");
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("a thread that ends");
    }
}
