terraform {
  required_providers {
    proxlb = { source = "proxlb/proxlb" }
  }
}

# An existing configuration of ProxLB says how to balance. Attributes of this block come before the file, and the file comes
# before the environment, from which endpoint and token are taken here: PROXMOX_VE_ENDPOINT and PROXMOX_VE_API_TOKEN.
provider "proxlb" {
  ca_certificate = file(var.ca_file)
  config_file    = "${path.module}/proxlb.yaml"
}

variable "ca_file" {
  type        = string
  description = "Certificate of the authority that signed the cluster's certificate."
}

data "proxlb_migration_plan" "this" {}

resource "proxlb_balance" "this" {
  policy     = data.proxlb_migration_plan.this.effective_policy
  migrations = data.proxlb_migration_plan.this.migrations
}

# What does the file amount to? Every key is named here as it is written in a policy.
output "effective_policy" {
  value = data.proxlb_migration_plan.this.effective_policy
}
