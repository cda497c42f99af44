# Asked of captured clusters, so that no cluster is needed: run `tofu test` or `terraform test`.

variables {
  ca_file = "tests/before.json" # any file, as no connection is made
}

provider "proxlb" {
  snapshot_file = "tests/before.json"
}

provider "proxlb" {
  alias         = "after"
  snapshot_file = "tests/after.json"
}

run "web_servers_are_spread_over_three_nodes" {
  assert {
    condition     = output.nodes == tomap({ web1 = "pve3", web2 = "pve2", web3 = "pve1" })
    error_message = "Every web server should have a node of its own, the first one the emptiest."
  }
}

# The other guests have moved, and pve3 is the fullest node now.
run "answers_stay_whatever_the_load_becomes" {
  providers = {
    proxlb = proxlb.after
  }

  assert {
    condition     = output.nodes == tomap({ web1 = "pve3", web2 = "pve2", web3 = "pve1" })
    error_message = "Placed guests should keep their nodes."
  }
}
