"""Wrong pipelines, each with the report that its author gets."""
