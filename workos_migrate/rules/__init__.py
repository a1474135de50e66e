"""The rules of the codemod, one module for each part of the SDK. Each registers edits of a file."""
