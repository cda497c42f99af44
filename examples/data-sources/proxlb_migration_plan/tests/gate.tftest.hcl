# What would a pipeline see? Asked of captured clusters, so that no cluster is needed: run `tofu test` or `terraform test`.

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

run "a_balanced_cluster_passes" {
  command = plan

  assert {
    condition     = data.proxlb_migration_plan.this.balanced && length(data.proxlb_migration_plan.this.migrations) == 0
    error_message = data.proxlb_migration_plan.this.markdown
  }

  assert {
    condition     = contains(keys(output.evacuation), "files") && length(output.unresolved) == 0
    error_message = "It should be possible to empty pve3."
  }
}

run "a_broken_rule_and_an_uneven_load_are_repaired" {
  command = plan

  providers = {
    proxlb = proxlb.uneven
  }

  assert {
    condition     = data.proxlb_migration_plan.this.violations_before == 1 && data.proxlb_migration_plan.this.violations_after == 0
    error_message = "The web servers share a node, and the plan should separate them."
  }

  assert {
    condition     = data.proxlb_migration_plan.this.imbalance_after["memory"] <= 10
    error_message = data.proxlb_migration_plan.this.markdown
  }
}
