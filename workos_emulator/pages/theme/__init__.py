"""The appearance of the hosted pages: the style sheet, and the branding of the application."""
