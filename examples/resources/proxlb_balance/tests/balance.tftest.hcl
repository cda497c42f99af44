# What would move? Asked of captured clusters, so that no cluster is needed and nobody moves: run `tofu test` or
# `terraform test`.

variables {
  ca_file = "tests/even.json" # any file, as no connection is made
}

provider "proxlb" {
  snapshot_file = "tests/even.json"
}

provider "proxlb" {
  alias         = "uneven"
  snapshot_file = "tests/uneven.json"
}

run "a_balanced_cluster_stays_as_it_is" {
  command = plan

  assert {
    condition     = length(proxlb_balance.this.migrations) == 0
    error_message = data.proxlb_migration_plan.this.markdown
  }
}

run "apply_would_do_what_the_plan_shows" {
  command = plan

  providers = {
    proxlb = proxlb.uneven
  }

  assert {
    condition     = proxlb_balance.this.migrations == data.proxlb_migration_plan.this.migrations
    error_message = "The balance should execute exactly what the data source has planned."
  }

  assert {
    condition     = data.proxlb_migration_plan.this.violations_before == 1 && data.proxlb_migration_plan.this.violations_after == 0
    error_message = "The web servers share pve1, and the plan should separate them."
  }

  assert {
    condition     = alltrue([for move in proxlb_balance.this.migrations : move.from_node == "pve1"])
    error_message = "Only pve1 is too full."
  }
}
