"""The slow audit of built sites: `make audit`. The quick half of it runs in `make test`."""
