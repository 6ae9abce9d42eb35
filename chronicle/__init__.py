"""The meetings chronicle: press reports of official meetings to a linked site.

Three arrows: `ingest` (an article to drafts of entries), `resolve` (entries to a chronicle of people
and meetings), `publish` (a chronicle to pages). `pipeline` lets them follow one another, `model` has
the nouns, ARCHITECTURE.md tells where to put what.
"""
