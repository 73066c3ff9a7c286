"""What the platform calls itself where it is cited, followed or subscribed to."""

#: The site's name in a citation, a feed or a calendar; `site_name` of mkdocs.yml says the same.
PLATFORM = "Supply Chains 8.7, a knowledge platform"
LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
