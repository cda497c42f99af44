terraform {
  required_providers {
    proxlb = {
      source  = "proxlb/proxlb"
      version = "~> 0.1"
    }
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

# Where should two new web servers run? Both are asked for at once, so each counts for the other.
data "proxlb_best_node" "web" {
  guests = {
    web5 = { name = "web5", cpu_cores = 4, memory_mib = 8192, tags = ["plb_anti_affinity_web5"] }
    web6 = { name = "web6", cpu_cores = 4, memory_mib = 8192, tags = ["plb_anti_affinity_web5"] }
  }
}

# What has to move so that every rule holds and memory is balanced to within ten points?
data "proxlb_migration_plan" "this" {
  policy = {
    methods                 = ["memory"]
    balanciness             = 10
    max_parallel_migrations = { per_node = 1, total = 2 }
  }
}

# Do exactly that.
resource "proxlb_balance" "this" {
  policy     = data.proxlb_migration_plan.this.effective_policy
  migrations = data.proxlb_migration_plan.this.migrations
}

# Stands in for the resource that creates the guests, such as proxmox_virtual_environment_vm: the node is taken once, at
# creation, and later moves are nobody's business but Proxmox's.
resource "terraform_data" "web" {
  for_each = data.proxlb_best_node.web.assignments
  input    = { name = each.key, node_name = each.value }

  lifecycle {
    ignore_changes = [input]
  }
}

output "new_web_servers" {
  value = { for name, guest in terraform_data.web : name => guest.output.node_name }
}

output "imbalance" {
  value = proxlb_balance.this.imbalance
}
