# What does the gate of this example let pass? Asked of captured clusters, so that no cluster is needed: run
# `tofu test` or `terraform test`.

variables {
  ca_file = "tests/sound.json" # any file, as no connection is made
}

provider "proxlb" {
  snapshot_file = "tests/sound.json"
}

provider "proxlb" {
  alias         = "contradictory"
  snapshot_file = "tests/contradictory.json"
}

run "sound_rules_pass" {
  command = plan

  assert {
    condition     = join(", ", keys(output.immovable)) == "licence"
    error_message = "Only the licence server should stay where it is."
  }
}

run "rules_that_cannot_hold_together_stop_the_run" {
  command = plan

  providers = {
    proxlb = proxlb.contradictory
  }

  expect_failures = [output.conflicts]
}
