"""The drawings of the demo organisation, made by `python -m scripts.tekeningen`."""
