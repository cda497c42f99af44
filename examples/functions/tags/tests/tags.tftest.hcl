# Run `tofu test` (OpenTofu 1.7 or later) or `terraform test` (Terraform 1.8 or later); no cluster is needed.

# OpenTofu configures the provider for a test even where only its functions are called. Nothing is connected to or read.
provider "proxlb" {
  snapshot_file = "none.json"
}

run "tags_say_what_was_meant" {
  command = plan

  assert {
    condition     = output.tags.web1 == ["plb_anti_affinity_web", "plb_pin_pve1", "plb_pin_pve2"]
    error_message = "The first web server should keep apart from the second, on pve1 or pve2."
  }

  assert {
    condition     = provider::proxlb::parse_tags(output.tags.licence).ignored
    error_message = "The licence server should stay where it is."
  }

  assert {
    condition     = toset(output.nodes_of_web1) == toset(["pve1", "pve2"])
    error_message = "What is read should be what was written."
  }
}
