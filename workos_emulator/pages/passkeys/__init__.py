"""The pages that use and create passkeys. They need the script `static/script.js`."""
