terraform {
  required_providers {
    proxlb = { source = "proxlb/proxlb" }
  }
}

# Endpoint and token come from PROXMOX_VE_ENDPOINT and PROXMOX_VE_API_TOKEN, as with the bpg provider.
provider "proxlb" {
  ca_certificate = file(var.ca_file)
}

variable "ca_file" {
  type        = string
  description = "Certificate of the authority that signed the cluster's certificate."
}

# What does the planner see?
data "proxlb_cluster" "this" {
  policy = { methods = ["memory", "cpu"] }
}

# How full is each node?
output "memory_percent" {
  value = { for node in data.proxlb_cluster.this.nodes : node.node_name => node.memory_percent }
}

# Which guests stay where they are, and why?
output "immovable" {
  value = { for guest in data.proxlb_cluster.this.guests : guest.name => guest.immovable_reason if !guest.movable }
}

# Rules that contradict each other make a run fail here, before anybody wonders why a plan does not repair them.
output "conflicts" {
  value = data.proxlb_cluster.this.conflicts

  precondition {
    condition     = length(data.proxlb_cluster.this.conflicts) == 0
    error_message = join("\n", data.proxlb_cluster.this.conflicts)
  }
}
