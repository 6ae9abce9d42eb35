#!/usr/bin/env python3
"""Turn press reports of official meetings into a linked chronicle: python build.py --help."""

import sys

from chronicle.cli import main

if __name__ == "__main__":
    sys.exit(main())
