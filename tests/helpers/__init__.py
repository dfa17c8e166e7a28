"""What tests share: building the demo, serving a site, checking its links."""
