// SwiftPM wants a source file in every target; this one has only its header.
